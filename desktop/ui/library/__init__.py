"""The library: texts that releases refer to, in every language, with the time that each holds."""
