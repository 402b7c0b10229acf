import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rewrites a function.zip so that the same sources produce the same bytes: sorts its entries by name, gives them the same
 * timestamp, and numbers the keys under which Quarkus's recorders pass values to each other at startup in class order. In
 * Quarkus 3.33 their numbers depend on thread scheduling; from 3.35 on the keys contain the recorder's name.
 */
class Reproducible {

    /** In the constant pool of a class file: the tag of a string, its length in two bytes, and the string. */
    private static final Pattern KEY = Pattern.compile("\1\0[\t-\17](proxykey\\d+)");

    private final Map<String, String> keys = new HashMap<>();

    /** @param arguments the zip, and the timestamp of its entries */
    public static void main(String[] arguments) throws IOException {
        new Reproducible().rewrite(Path.of(arguments[0]), FileTime.from(Instant.parse(arguments[1])));
    }

    private void rewrite(Path zip, FileTime time) throws IOException {
        Path rewritten = zip.resolveSibling(zip.getFileName() + ".rewritten");
        Files.deleteIfExists(rewritten);
        try (FileSystem from = FileSystems.newFileSystem(zip);
                FileSystem to = FileSystems.newFileSystem(URI.create("jar:" + rewritten.toUri()), Map.of("create", "true"));
                var entries = Files.walk(from.getPath("/"))) {
            for (Path entry : (Iterable<Path>) entries.skip(1).sorted()::iterator) {
                copy(entry, to.getPath(entry.toString()), time);
            }
        }
        Files.move(rewritten, zip, StandardCopyOption.REPLACE_EXISTING);
    }

    private void copy(Path from, Path to, FileTime time) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectory(to);
        } else if (from.startsWith("/io/quarkus/runner/recorded")) {
            Files.write(to, renumbered(new String(Files.readAllBytes(from), ISO_8859_1)).getBytes(ISO_8859_1));
        } else {
            Files.copy(from, to);
        }
        Object permissions = Files.getAttribute(from, "zip:permissions");
        if (permissions != null) {
            Files.setAttribute(to, "zip:permissions", permissions);
        }
        Files.getFileAttributeView(to, BasicFileAttributeView.class).setTimes(time, time, time);
    }

    private String renumbered(String classFile) {
        return KEY.matcher(classFile).replaceAll(found -> {
            String key = keys.computeIfAbsent(found.group(1), old -> "proxykey" + (keys.size() + 1));
            return "\1\0" + (char) key.length() + key;
        });
    }
}
