"""planbuilder build with several layouts: a file for each, and all that is wrong told at once."""

PLAN = "six-weeks-to-steady-hips"
SEVEN = {"cards", "handout", "large-print", "pocket", "poster", "tracker", "wall"}


def files(folder):
    return {path.name.removeprefix(f"{PLAN}-").removesuffix(".pdf") for path in folder.glob("*.pdf")}


def test_names_with_commas_or_one_after_the_other(run, here):
    ended = run("build", PLAN, "--layout", "poster,tracker", "-l", "wall")
    assert (ended.code, ended.err) == (0, "")
    assert files(here) == {"poster", "tracker", "wall"}
    assert len(ended.out.splitlines()) == 3


def test_all_of_them_into_a_folder(run, here):
    (here / "prints").mkdir()
    ended = run("build", PLAN, "--layout", "all", "--output", "prints")
    assert ended.code == 0
    assert files(here / "prints") >= SEVEN


def test_several_layouts_need_a_folder(run, here):
    ended = run("build", PLAN, "--layout", "poster,wall", "--output", "one.pdf")
    assert ended.code == 2
    assert "folder" in ended.err
    assert files(here) == set()


def test_a_wrong_name_among_them_prints_nothing(run, here):
    ended = run("build", PLAN, "--layout", "wal,poster")
    assert ended.code == 1
    assert "did you mean wall?" in ended.err
    assert files(here) == set()


def test_their_listings_one_after_the_other(run, here):
    both = run("build", PLAN, "--layout", "poster,tracker", "--listing").out
    assert both == "".join(run("build", PLAN, "--layout", name, "--listing").out for name in ("poster", "tracker"))
