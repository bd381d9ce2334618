"""The way of a text as people see it: what stands in it, the buttons of each step, the short forms they open."""
