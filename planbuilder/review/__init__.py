"""What can be said of a plan without printing it: its mistakes, advice, its weeks, where a number comes from."""
