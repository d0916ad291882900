"""What follows from it? Prices, terms, amounts and balances: pure and exact."""
