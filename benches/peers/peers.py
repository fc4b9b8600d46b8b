"""Ours beside what a reviewer would name, in turn, in one run; each that is installed, and the others by name.

NumPy, numba and JAX: a text judged, a clause tried (`kernels`). numba: a whole negotiation, the single text (`single_text`).
krABMaga: a whole negotiation, the chair's revisions by shifts (`krabmaga`). NegMAS: Python's overhead (`python_overhead`).
"""

import argparse
import importlib

import beside


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tally", help="the built benchmark program `tally`")
    parser.add_argument("--krabmaga", help="the built program of benches/peers/krabmaga")
    parser.add_argument("--installed", default="", help="which of numba, JAX and NegMAS are there, with commas between")
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    ours, installed = beside.Ours(given.tally), set(given.installed.split(","))
    import_of = importlib.import_module
    import_of("kernels").run(ours, given.rounds, installed)
    if "numba" in installed:
        import_of("single_text").run(ours, given.rounds)
    if given.krabmaga:
        import_of("shifts").run(ours, given.rounds, given.krabmaga)
    if "NegMAS" in installed:
        import_of("python_overhead").run(ours, given.rounds)


if __name__ == "__main__":
    main()
