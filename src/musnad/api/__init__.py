"""The Python interface: `read` an article, keep a `Ledger`, ask it, `show` what it answers.

Everything is offered by the package `musnad` itself, which loads each part when it is first asked for. The same verbs
as the command line, with the same answers. The clock is read here and in the command line, nowhere below.
"""
