package io.stockroom.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The relative links and images of a page. */
final class Links {

    private static final Pattern CODE = Pattern.compile("(`+)(?!`)[^\\n]*?(?<!`)\\1(?!`)");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile(
            "\\]\\(<?([^)>\\s]+)>?(?:\\s+\"[^\"]*\")?\\)|(?m:^ {0,3}\\[[^\\]]+\\]: *<?([^\\s>]+))|\\b(?:src|srcset|href)=\"([^\"]+)\"");

    private Links() {
    }

    /** Returns the targets that are in this repository. */
    static List<String> of(Page page) {
        String prose = String.join("\n", page.prose());
        String text = CODE.matcher(COMMENT.matcher(prose).replaceAll("")).replaceAll("code");
        return TARGET.matcher(text).results()
                .map(match -> Stream.of(1, 2, 3).map(match::group).filter(group -> group != null).findFirst().orElseThrow())
                .filter(target -> !target.matches("[a-z]+:.*")).toList();
    }

    /** Returns the links of a page that lead nowhere. */
    static List<String> broken(Page page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String target : of(page)) {
            if (!resolves(page, target)) {
                broken.add(page.path() + ": " + target);
            }
        }
        return broken;
    }

    private static boolean resolves(Page page, String target) throws IOException {
        String[] fileAndAnchor = target.split("#", 2);
        Path file = fileAndAnchor[0].isEmpty() ? page.path() : page.path().resolveSibling(fileAndAnchor[0]).normalize();
        if (file.equals(page.path())) {
            return fileAndAnchor.length == 1 || Anchors.of(page).contains(fileAndAnchor[1]);
        }
        if (!Files.exists(Path.of("").resolve(file))) {
            return false;
        }
        return fileAndAnchor.length == 1 || !file.toString().endsWith(".md") || Anchors.of(Page.read(file)).contains(fileAndAnchor[1]);
    }
}
