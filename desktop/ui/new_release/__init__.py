"""Starting a release from a template: choose it, fill its gaps, see it grow."""
