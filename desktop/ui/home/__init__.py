"""The home page: what needs me, what this week brings, what I was at."""
