// hclcheck prints the syntax errors of HCL files (or of standard input), one a line, and exits with 1 if there are any.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/json"
)

func main() {
	failed := false
	if len(os.Args) < 2 {
		failed = check("<stdin>", os.Stdin)
	}
	for _, name := range os.Args[1:] {
		file, err := os.Open(name)
		if err != nil {
			fmt.Println(err)
			failed = true
			continue
		}
		failed = check(name, file) || failed
		file.Close()
	}
	if failed {
		os.Exit(1)
	}
}

func check(name string, input io.Reader) bool {
	text, err := io.ReadAll(input)
	if err != nil {
		fmt.Printf("%s: %s\n", name, err)
		return true
	}
	problems := parse(name, text)
	for _, problem := range problems {
		fmt.Println(problem.Error())
	}
	return problems.HasErrors()
}

func parse(name string, text []byte) hcl.Diagnostics {
	if strings.HasSuffix(name, ".json") {
		_, problems := json.Parse(text, name)
		return problems
	}
	_, problems := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
	return problems
}
