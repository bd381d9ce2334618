"""The command line: a contract that other programs call. One module per noun."""
