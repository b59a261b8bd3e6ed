import { armsOf, type EvaluatedArgument, pathOf } from '../evaluate/index.ts';

/** What tests put for "whatever is given": `any()`, `It.IsAny<T>()`, `gomock.Any()`, a captor. */
const anything =
  /(^|\.)(any\w*|Any|IsAny|Is|Anything|AnythingOfType|MatchedBy|argThat|isA|capture|Capture|_)$/;

/** Whether a call only describes a call, for a test to expect: its first argument stands for any. */
export function isExpectation(args: EvaluatedArgument[]): boolean {
  return args
    .slice(0, 2)
    .some((arg) => armsOf(arg.thing).some((arm) => arm.is === 'instance' && anything.test(pathOf(arm))));
}
