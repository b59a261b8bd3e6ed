/** Says what failed and, alone in the last line, how many tests passed and failed; gives the exit code. */
export function summary(results) {
  const sum = (count) => results.reduce((total, result) => total + result[count], 0);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
  const names = results
    .filter((result) => result.failed > 0)
    .map(({ name, why }) => (why ? `${name} (${why})` : name));
  console.log(names.length > 0 ? `\nfailed: ${names.join(', ')}` : '');
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
