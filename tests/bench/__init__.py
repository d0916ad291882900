"""Benchmarks: each job against a peer that gives the same answer, as ratios."""
