"""A visit in progress: who talks to whom, through protocols; no Qt and no concrete edge."""
