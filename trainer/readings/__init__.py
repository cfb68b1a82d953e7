"""How written Japanese is said: one table and one set of rules, for furigana and for the voice."""
