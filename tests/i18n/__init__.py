"""The catalogues and the tool that keeps them."""
