package io.stockroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

    @TempDir
    Path folder;

    @Test
    void findsRelativeLinksAndImages() {
        assertEquals(List.of("a.md", "b.md#c", "d.png", "#e", "f.md", "g.svg"), Links.of(
                page("""
                        [A](a.md) and [two
                        lines](b.md#c) ![D](d.png "title") [`code`](#e) <https://example.com>
                        [web](https://example.com) [mail](mailto:a@example.com)

                        [f]: f.md
                        <img src="g.svg">
                        <!-- [hidden](h.md) --> `[code](i.md)` ``[`](j.md)``

                        ```text
                        [code](k.md)
                        ```
                        """)));
    }

    @Test
    void derivesAnchorsFromHeadings() {
        assertEquals(Set.of("title", "whats-new-and-old", "whats-new-and-old-1", "get-goodslocation_id", "a-link", "a--b", "own"),
                Anchors.of(page("""
                        # Title
                        ## What's new, and old?
                        ## What's *new*, and old
                        ### `GET /goods/{location_id}`
                        ### A [link](b.md) ##
                        ### A – b
                        <a id="own"></a>

                        ```sh
                        # comment
                        ```
                        """)));
    }

    @Test
    void findsBrokenLinks() throws IOException {
        Files.writeString(folder.resolve("other.md"), "# Here\n");
        Files.createDirectory(folder.resolve("docs"));
        Page page = Page.of(folder.resolve("page.md"), "# Top\n[a](other.md) [b](other.md#here) [c](other.md#there) [d](gone.md) [e](#top) "
                + "[f](#bottom) [g](docs) [h](docs/../other.md#here) [i](gone.png)\n");

        assertEquals(List.of("other.md#there", "gone.md", "#bottom", "gone.png"),
                Links.broken(page).stream().map(each -> each.substring(each.indexOf(": ") + 2)).toList());
    }

    private static Page page(String text) {
        return Page.of(Path.of("page.md"), text);
    }
}
