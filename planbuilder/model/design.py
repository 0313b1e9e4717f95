"""A layout, flattened: lengths in points, colours as "#RRGGBB", roles looked up. Nothing left to find by name."""

from collections.abc import Mapping
from typing import Literal

from planbuilder.geometry import Insets, Size
from planbuilder.model.imposition import Imposition
from planbuilder.model.pages import Role, Stroke
from planbuilder.problems import Place
from planbuilder.records import record

Align = Literal["start", "center", "end"]
Stand = Literal["", "top", "middle", "bottom", "baseline"]
Flex = Literal["", "rest", "grow"]
ANY = 99
NEVER = 0
FLOOR = 8.0
CONTRAST = 4.5
NO_AIR = Insets()


@record
class Style:
    """The look of a role. It takes `lines` lines, `most` when need be, and shrinks to `least` of its size at most.

    Roles of one `group` shrink together; none is ever smaller than its `floor` in points.
    """

    role: str
    font: str
    weight: int
    size: float
    leading: float
    colour: str
    lines: int = ANY
    most: int = ANY
    least: float = 1.0
    group: str = ""
    floor: float = FLOOR


@record(eq=False)
class Ground:
    """A surface; `ink` is the colour of everything on it, `bar` a width and colour at the start side."""

    fill: str | None = None
    ink: str | None = None
    bar: tuple[float, str] | None = None
    top: Stroke | None = None
    end: Stroke | None = None
    bottom: Stroke | None = None
    start: Stroke | None = None
    pad: Insets = NO_AIR


@record
class Track:
    """A width: fixed points, natural (`size` its most, if any), or a share of the rest with `size` as its floor."""

    kind: Literal["fixed", "auto", "rest"] = "auto"
    size: float = 0.0
    share: float = 1.0


@record
class Column:
    """A track of a row or grid; with an axis, one for each of its members in view. `if_` names a field it hangs on."""

    track: Track
    axis: str = ""
    if_: str = ""


@record
class Look:
    """The options of every node. `span` is a number, or an axis: as many columns as it has members in view.

    With `runs_on` it takes those of empty cells after it, too. `weigh` is an axis as well: a box that rises takes as
    many shares.
    """

    place: Place
    width: Track = Track()
    height: float | None = None
    flex: Flex = ""
    weigh: str = ""
    least: float = 0.0
    most: float = float("inf")
    pad: Insets = NO_AIR
    before: float = 0.0
    after: float = 0.0
    align: Align = "start"
    stand: Stand = ""
    span: int | str = 1
    runs_on: bool = False
    ground: str = ""
    if_: str = ""
    unless: str = ""
    yields: Literal["", "yes", "first"] = ""


@record
class Node:
    """A box or part of the tree."""

    look: Look


@record
class StackNode(Node):
    """Children one below another."""

    nodes: tuple[Node, ...]
    gap: float = 0.0
    spread: bool = False


@record
class FlowNode(Node):
    """Children side by side; where the width is full, the next line begins."""

    nodes: tuple[Node, ...]
    gap: float = 0.0


@record
class RowNode(Node):
    """Children side by side; with columns of its own, or those of the grid around it."""

    nodes: tuple[Node, ...]
    gap: float = 0.0
    columns: tuple[Column, ...] = ()


@record
class GridNode(Node):
    """A stack whose rows share columns."""

    nodes: tuple[Node, ...]
    columns: tuple[Column, ...]
    gap: float = 0.0
    column_gap: float = 0.0


@record
class EachNode(Node):
    """No box of its own: what it shows, for each member of an axis; headings of groups may be `spoken`."""

    axis: str
    show: tuple[Node, ...]
    heading_look: Look
    between: Node | None = None
    heading: Style | None = None
    bracket: Stroke | None = None
    spoken: bool = False


@record
class SpaceNode(Node):
    """Air."""


@record
class RuleNode(Node):
    """A line."""

    stroke: Stroke


@record
class TextNode(Node):
    """Patterns, each in a style. Of more than `footnote` letters all but the first goes to the foot of the page."""

    spans: tuple[tuple[str, Style], ...]
    role: Role = "paragraph"
    footnote: int = NEVER


@record
class FootnotesNode(Node):
    """What went to the foot of the page, note by note, each after its mark."""

    style: Style
    mark: Style
    plain: Look
    gap: float


@record
class NameNode(Node):
    """The name of the exercise in view; `words` is the style of an item that is words alone."""

    style: Style
    words: Style
    short: bool = False


@record
class DoseNode(Node):
    """The big dose; `words` is the style of a dose in words, `note` that of the day before a dose, `further` its look.

    `spoken` has its unit in full.
    """

    style: Style
    words: Style
    note: Style
    cross: str
    plain: Look
    further: Look
    day_gap: float
    sets: bool = True
    week: Literal["", "first", "last"] = ""
    spoken: bool = False


@record
class UnitNode(Node):
    """Side, load, effort, tempo and timing; a blank among them is a line to write on.

    `counted` says what is counted, `spoken` spells it all out.
    """

    style: Style
    plain: Look
    line_look: Look
    row_look: Look
    stroke: Stroke
    pitch: float
    blank_gap: float
    form: Literal["", "counted", "spoken"] = ""


@record
class CuesNode(Node):
    """`least` to `most` cues, `short` or in full, a mark before each; stand-in things in place of the last ones."""

    style: Style
    aid: Style
    number: Style | None
    plain: Look
    dot: str
    least: int
    most: int
    gap: float = 0.0
    mark: Literal["", "square", "number"] = ""
    things: bool = False
    short: bool = False


@record
class FigureNode(Node):
    """The picture of the exercise in view; one that is not ours carries its credit, at the foot if it is longer."""

    label: Style
    credit: Style
    plain: Look
    frame: Stroke
    size: float | None = None
    footnote: int = NEVER


@record
class EquipmentNode(Node):
    """What the exercise in view needs: icons with words."""

    style: Style
    inner: Node
    size: float
    gap: float = 0.0


@record
class Leaf:
    """A page of a card. With an axis, `count` of them over which its members are dealt; those left over are `blank`."""

    tree: tuple[Node, ...]
    axis: str = ""
    count: int = 1
    blank: tuple[Node, ...] = ()


@record
class Pictures:
    """How pictures are drawn: limbs `limb` wide of 100; far limbs solid or hollow, the start solid or dashed."""

    limb: float = 7.0
    far: str = "solid"
    ghost: str = "solid"


@record
class Design:
    """A layout for one paper and theme. `split` says how many members of an axis a page takes; none means what fits.

    No type is smaller than `floor`; words stand out from their ground by `contrast` to 1.
    """

    name: str
    title: str
    place: Place
    paper: str
    page: Size
    margin: Insets
    per: tuple[str, ...]
    split: Mapping[str, int | None]
    together: Literal["card", "all"]
    pages: tuple[Leaf, ...]
    imposition: Imposition
    grounds: Mapping[str, Ground]
    styles: Mapping[str, Style]
    colours: Mapping[str, str]
    pictures: Pictures = Pictures()
    floor: float = FLOOR
    contrast: float = CONTRAST
    strict: bool = False
