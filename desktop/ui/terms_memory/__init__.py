"""Terms and memory: what the office's translators agreed on and what they translated before, a tab each."""
