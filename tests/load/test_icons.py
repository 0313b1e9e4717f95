from planbuilder.load.files import Folders
from planbuilder.load.icons import load_icons, strange_icons
from planbuilder.load.layouts import load_layout

DRAWN = "[{circle: 12 12 8, fill: yes}]"
PAGE = "title: T\npages:\n  - page: [{icon: %s, size: 5mm}]\n"


def folders(tmp_path, **files):
    for home, texts in files.items():
        (tmp_path / home / "layouts").mkdir(parents=True)
        for name, text in texts.items():
            (tmp_path / home / "layouts" / f"{name}.yaml").write_text(text)
    return Folders(tmp_path / "own", None, tmp_path / "shipped")


def test_icons_of_ones_own_add_to_the_shipped_ones_and_take_their_places(tmp_path):
    shipped = {"icons": f"clock: {DRAWN}\nstop: {DRAWN}\n"}
    found = folders(tmp_path, own={"icons": "stop: [{rect: 2 2 20 20 0, fill: yes}]\nhill: []\n"}, shipped=shipped)
    drawings, problems = load_icons(found)
    assert not problems
    assert sorted(drawings) == ["icon:clock", "icon:hill", "icon:stop"]
    assert [step[0] for step in drawings["icon:stop"].marks[0].steps] == ["R"]


def test_an_icon_that_nobody_has_drawn_is_told_with_the_nearest(tmp_path):
    own = {
        "a": PAGE % "clok",
        "b": PAGE % "watch" + "icons: {watch: clock}\n",
        "c": PAGE % "stop" + "themes: {dark: {icons: {stop: stopp}}}\n",
        "d": "title: D\nextends: a\n",
    }
    found = folders(tmp_path, own=own, shipped={"icons": f"clock: {DRAWN}\nstop: {DRAWN}\n"})
    drawings, _ = load_icons(found)

    def told(name):
        return [(p.message, p.advice) for p in strange_icons(load_layout(name, found)[0], drawings)]

    assert told("a") == told("d") == [('There is no icon "clok".', "did you mean clock?")]
    assert told("b") == []
    assert told("c") == [('There is no icon "stopp".', "did you mean stop?")]
