"""``oneplusx editors``: who may write."""

from typing import Annotated

import typer

from graph.upkeep import editors
from server.commands.graph_access import err, out, with_database
from server.commands.language import say

editors_app = typer.Typer(no_args_is_help=True)
ROLES = say("designer: proposes. reviewer: also decides.", "designer：可提出对接；reviewer：还可作出决定。")
COLLEGE = say(
    "Ten-digit code or full name of the college that the editor belongs to; left out: the editor works nationally.",
    "编辑者所属院校的十位标识码或全称；不填则面向全国工作。",
)


@editors_app.command(
    "add",
    help=say(
        "Add an editor and show the token, once; the graph keeps a digest of it only.",
        "添加编辑者并显示一次令牌；图中只保存其摘要。",
    ),
)
def add_editor(
    name: Annotated[
        str, typer.Argument(help=say("Name, as the audit trail will show it.", "姓名，将显示在变更记录中。"))
    ],
    role: Annotated[editors.Role, typer.Option(help=ROLES, case_sensitive=False)],
    *,
    same_person: Annotated[
        bool,
        typer.Option(
            "--same-person",
            help=say("The author of this name in the graph is this person.", "图中的同名作者即为此人。"),
        ),
    ] = False,
    college: Annotated[str | None, typer.Option(help=COLLEGE)] = None,
) -> None:
    token = with_database(lambda database: editors.add(database, name, role, same_person=same_person, college=college))
    note = say("The token is shown only here:", "令牌仅在此显示一次：")
    out.print(f"{name.strip()}  {role}\n{note}\n{token}", markup=False, soft_wrap=True)


@editors_app.command(
    "revoke",
    help=say("Take an editor's right to write; what they wrote stays.", "撤销编辑者的写入权；其已写入的内容保留。"),
)
def revoke_editor(
    name: Annotated[str, typer.Argument(help=say("Name of the editor.", "编辑者姓名。"))],
) -> None:
    if not with_database(lambda database: editors.revoke(database, name)):
        was = [revoked for known, _, _, revoked, _ in with_database(editors.all_editors) if known == name]
        if was:
            message = say(f"{name} was revoked already, on {was[-1]}.", f"{name} 已于 {was[-1]} 撤销。")
        else:
            message = say(f"There is no editor {name}.", f"没有名为 {name} 的编辑者。")
        err.print(message, markup=False)
        raise typer.Exit(1)


@editors_app.command(
    "list",
    help=say(
        "Show every editor: name, role, added, revoked, college.", "列出所有编辑者：姓名、角色、添加与撤销日期、院校。"
    ),
)
def list_editors() -> None:
    for name, role, added, revoked, college in with_database(editors.all_editors):
        since = say(f"since {added}", f"自 {added}")
        until = say(f", revoked {revoked}", f"，{revoked} 撤销") if revoked else ""
        of = f"  {college.partition(':')[2]}" if college else ""
        out.print(f"{name}  {role}  {since}{until}{of}", markup=False, soft_wrap=True)
