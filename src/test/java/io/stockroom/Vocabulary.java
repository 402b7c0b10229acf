package io.stockroom;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The words that Stockroom does not use, each with the term that it uses. The format of the list is described in the list. */
final class Vocabulary {

    /** A place where a word can stand. */
    enum Scope {
        /** Documents, descriptions, comments and Javadoc. */
        PROSE,
        /** String literals of Java. */
        CODE,
        /** Names in Java, split into lowercase words. */
        IDENTIFIERS,
        /** Names in Java that are written in capitals, as they are. */
        CONSTANTS
    }

    /** One use of a word that is on the list. */
    record Finding(String file, int line, String word, String replacement) {

        @Override
        public String toString() {
            return file + ":" + line + ": \"" + word + "\", say: " + replacement;
        }
    }

    private record Rule(Set<Scope> scopes, String text, Pattern pattern, String replacement, List<Pattern> lines, List<Pattern> files,
            List<Pattern> only) {

        boolean covers(String file) {
            return files.stream().noneMatch(pattern -> pattern.matcher(file).find())
                    && (only.isEmpty() || only.stream().anyMatch(pattern -> pattern.matcher(file).find()));
        }

        boolean allows(String line) {
            return lines.stream().anyMatch(pattern -> pattern.matcher(line).find());
        }
    }

    /** A name in a source, and where it begins. */
    private record Identifier(int offset, String name) {

        String words() {
            return name.replaceAll("([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])", "$1$3 $2").replace('_', ' ').trim().toLowerCase(Locale.ROOT);
        }

        boolean isConstant() {
            return name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
        }
    }

    private static final Pattern RULE = Pattern.compile("([a-z ]+): (.+) => (.+)");
    private static final Pattern EXCEPTION = Pattern.compile("\\s+(except|not in|only in): (.+)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^[ \\t]*```.*?^[ \\t]*```");
    private static final Pattern INDENTED_CODE = Pattern.compile("(?m)^(?: {4}|\\t).*$");
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`\\n]*`");
    private static final Pattern LINK_TARGET = Pattern.compile("(?<=\\])\\([^)\\s]*\\)|https?://\\S+");
    private static final Pattern HASH_COMMENT = Pattern.compile("(?m)^[ \\t]*#.*$");
    private static final Pattern JAVADOC_CODE = Pattern.compile("\\{@(?:code|link|linkplain|value)\\b[^}]*\\}");
    private static final Pattern SWITCHED_OFF = Pattern.compile("(?s)vocabulary: off.*?vocabulary: on");
    private static final Set<String> PROSE_KEYS = Set.of("description", "summary", "title", "detail", "alarmdescription");

    private final List<Rule> rules;
    /** Matches wherever one of the rules does: most files are read once, not once for each rule. */
    private final Pattern any;
    private final Map<String, List<Rule>> rulesByName = new ConcurrentHashMap<>();

    private Vocabulary(List<Rule> rules) {
        this.rules = rules;
        this.any = pattern(rules.stream().map(Rule::text).collect(Collectors.joining("|")));
    }

    static Vocabulary read(Path list) {
        try {
            return of(Files.readAllLines(list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when a line is neither a rule, nor an exception below one */
    static Vocabulary of(List<String> list) {
        List<Rule> rules = new ArrayList<>();
        for (String line : list) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher rule = RULE.matcher(line);
            Matcher exception = EXCEPTION.matcher(line);
            if (exception.matches() && !rules.isEmpty()) {
                Rule last = rules.get(rules.size() - 1);
                switch (exception.group(1)) {
                    case "except" -> last.lines.add(pattern(exception.group(2)));
                    case "not in" -> last.files.add(Pattern.compile(exception.group(2)));
                    default -> last.only.add(Pattern.compile(exception.group(2)));
                }
            } else if (rule.matches()) {
                Set<Scope> scopes = EnumSet.noneOf(Scope.class);
                for (String scope : rule.group(1).split(" ")) {
                    scopes.add(Scope.valueOf(scope.toUpperCase(Locale.ROOT)));
                }
                rules.add(new Rule(scopes, rule.group(2), pattern(rule.group(2)), rule.group(3), new ArrayList<>(), new ArrayList<>(),
                        new ArrayList<>()));
            } else {
                throw new IllegalArgumentException("Neither a rule nor an exception: " + line);
            }
        }
        return new Vocabulary(rules);
    }

    /** A blank stands for any white space: a phrase may go on in the next line. */
    private static Pattern pattern(String text) {
        return Pattern.compile("(?i)(?<![a-z])(?=[a-z])(?:" + text.replace(" ", "\\s+") + ")(?![a-z])");
    }

    /** Returns the findings in all files below the folder that are read by people, in the order of files and lines. */
    List<Finding> check(Path root) {
        try (Stream<Path> sources = Files.walk(root.resolve("src"));
                Stream<Path> documents = Stream.of("", "docs", "docs/decisions", ".github").map(root::resolve).filter(Files::isDirectory)
                        .flatMap(Vocabulary::list)) {
            List<Path> files = Stream.concat(documents, sources.filter(path -> path.toString().matches(".*\\.(java|properties)")))
                    .filter(Files::isRegularFile).sorted().toList();
            return files.parallelStream().flatMap(path -> check(root.relativize(path).toString().replace('\\', '/'), text(path)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().matches(".*\\.(md|ya?ml)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the findings in one file, whose name says what is prose in it. */
    List<Finding> check(String file, String text) {
        Map<Scope, String> texts = new EnumMap<>(Scope.class);
        List<Identifier> identifiers = new ArrayList<>();
        String read = without(text, SWITCHED_OFF);
        if (file.endsWith(".java")) {
            readJava(read, texts, identifiers);
        } else if (file.endsWith(".md")) {
            texts.put(Scope.PROSE, without(without(without(without(read, FENCE), INDENTED_CODE), CODE_SPAN), LINK_TARGET));
        } else if (file.endsWith(".properties")) {
            texts.put(Scope.PROSE, only(read, HASH_COMMENT));
        } else {
            texts.put(Scope.PROSE, without(without(without(yamlProse(read), FENCE), CODE_SPAN), LINK_TARGET));
        }
        List<Finding> found = new ArrayList<>();
        texts.forEach((scope, masked) -> {
            if (any.matcher(masked).find()) {
                rules.stream().filter(rule -> rule.scopes.contains(scope)).forEach(rule -> rule.pattern.matcher(masked).results()
                        .forEach(match -> add(found, rule, file, text, match.start(), match.group().replaceAll("\\s+", " "))));
            }
        });
        for (Identifier identifier : identifiers) {
            rulesByName.computeIfAbsent(identifier.name, name -> rules.stream().filter(rule -> matches(rule, identifier)).toList())
                    .forEach(rule -> add(found, rule, file, text, identifier.offset, identifier.name));
        }
        found.sort(Comparator.comparingInt(Finding::line));
        return found;
    }

    private static boolean matches(Rule rule, Identifier identifier) {
        boolean asWords = rule.scopes.contains(Scope.IDENTIFIERS) && rule.pattern.matcher(identifier.words()).find();
        boolean asConstant = rule.scopes.contains(Scope.CONSTANTS) && identifier.isConstant()
                && rule.pattern.matcher(identifier.name).find();
        return asWords || asConstant;
    }

    private static void add(List<Finding> found, Rule rule, String file, String text, int offset, String word) {
        int begin = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        if (rule.covers(file) && !rule.allows(text.substring(begin, end < 0 ? text.length() : end))) {
            found.add(new Finding(file, (int) text.substring(0, offset).chars().filter(each -> each == '\n').count() + 1, word,
                    rule.replacement));
        }
    }

    /** The text with blanks in the place of what matches: what is left stays where it is. */
    private static String without(String text, Pattern pattern) {
        return pattern.matcher(text).replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
    }

    /** The text with blanks in the place of what does not match. */
    private static String only(String text, Pattern pattern) {
        StringBuilder kept = new StringBuilder(blank(text));
        pattern.matcher(text).results().forEach(match -> kept.replace(match.start(), match.end(), match.group()));
        return kept.toString();
    }

    private static String blank(String text) {
        return text.replaceAll("[^\\n]", " ");
    }

    private static String yamlProse(String text) {
        StringBuilder prose = new StringBuilder(only(text, HASH_COMMENT));
        Node root = new Yaml().compose(new StringReader(text));
        if (root != null) {
            keepProse(root, false, text, prose);
        }
        return prose.toString();
    }

    private static void keepProse(Node node, boolean isProse, String text, StringBuilder prose) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple each : mapping.getValue()) {
                String key = each.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                keepProse(each.getValueNode(), PROSE_KEYS.contains(key.toLowerCase(Locale.ROOT)), text, prose);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(each -> keepProse(each, false, text, prose));
        } else if (isProse) {
            int begin = text.offsetByCodePoints(0, node.getStartMark().getIndex());
            int end = text.offsetByCodePoints(begin, node.getEndMark().getIndex() - node.getStartMark().getIndex());
            prose.replace(begin, end, text.substring(begin, end));
        }
    }

    /** Tells comments, literals and names apart, which takes no parser. */
    private static void readJava(String text, Map<Scope, String> texts, List<Identifier> identifiers) {
        StringBuilder comments = new StringBuilder(blank(text));
        StringBuilder literals = new StringBuilder(comments);
        int at = 0;
        while (at < text.length()) {
            int end;
            if (text.startsWith("//", at)) {
                end = end(text, "\n", at);
                comments.replace(at + 2, end, text.substring(at + 2, end));
            } else if (text.startsWith("/*", at)) {
                end = end(text, "*/", at + 2);
                comments.replace(at, end, withoutStars(text.substring(at, end)));
            } else if (text.startsWith("\"\"\"", at)) {
                end = end(text, "\"\"\"", at + 3);
                literals.replace(at + 3, end, text.substring(at + 3, end));
            } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
                end = literalEnd(text, at);
                literals.replace(at + 1, end - 1, text.substring(at + 1, end - 1));
            } else if (Character.isJavaIdentifierStart(text.charAt(at))) {
                end = at + 1;
                while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                identifiers.add(new Identifier(at, text.substring(at, end)));
            } else {
                end = at + 1;
            }
            at = end;
        }
        texts.put(Scope.PROSE, without(comments.toString(), JAVADOC_CODE));
        texts.put(Scope.CODE, literals.toString());
    }

    private static int end(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private static int literalEnd(String text, int begin) {
        int at = begin + 1;
        while (at < text.length() && text.charAt(at) != text.charAt(begin) && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private static String withoutStars(String comment) {
        return without(comment, Pattern.compile("(?m)^[ \\t]*\\*(?!/)")).replace("/*", "  ").replace("*/", "| ");
    }
}
