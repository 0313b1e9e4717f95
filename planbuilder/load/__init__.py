"""Text to records as written: the only stage that reads disk and knows YAML."""
