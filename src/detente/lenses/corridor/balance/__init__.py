"""The balance: who gains and who loses, country by country."""
