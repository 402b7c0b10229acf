package io.stockroom.docs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The anchors that GitHub derives from the headings of a page, and those that the page sets itself. */
final class Anchors {

    private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6} +(.*?)(?: +#+)? *");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern EXPLICIT = Pattern.compile("<a +(?:id|name)=\"([^\"]+)\"");

    private Anchors() {
    }

    static Set<String> of(Page page) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> uses = new HashMap<>();
        for (String line : page.prose()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String slug = slug(heading.group(1));
                int earlier = uses.merge(slug, 1, Integer::sum) - 1;
                anchors.add(earlier == 0 ? slug : slug + "-" + earlier);
            }
            EXPLICIT.matcher(line).results().forEach(match -> anchors.add(match.group(1)));
        }
        return anchors;
    }

    private static String slug(String heading) {
        String text = LINK.matcher(heading).replaceAll("$1").replaceAll("<[^>]+>", "").strip().toLowerCase(Locale.ROOT);
        return text.replaceAll("[^\\p{L}\\p{M}\\p{Nd}_ -]", "").replace(' ', '-');
    }
}
