"""Who, what part and where: services, features and regions, and the catalogue behind them."""
