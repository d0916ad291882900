"""Mutation: change the code a little; a test must fail, or it proves nothing.

``make mutate`` runs mutmut on the modules that decide on money and findings,
each against the tests of its own, and prints what survived. It is slow, so it
is no part of every run.
"""
