package io.stockroom.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The methods of a source file with their comments, in the order of the file. */
final class ConfigurationJavadoc {

    private final Map<String, DocCommentTree> comments = new LinkedHashMap<>();

    private ConfigurationJavadoc() {
    }

    static ConfigurationJavadoc read(Path source) {
        ConfigurationJavadoc javadoc = new ConfigurationJavadoc();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        javadoc.comments.put(name(getCurrentPath()), trees.getDocCommentTree(getCurrentPath()));
                        return null;
                    }
                }.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return javadoc;
    }

    /** Returns the methods by their names, in their classes: {@code AltegioConfig$Rate.perSecond}. */
    List<String> methods() {
        return List.copyOf(comments.keySet());
    }

    /**
     * Returns the comment of a method as Markdown; empty if it has none.
     *
     * @param links the name of what a link is to
     */
    String markdown(String method, UnaryOperator<String> links) {
        DocCommentTree comment = comments.get(method);
        StringBuilder text = new StringBuilder();
        if (comment != null) {
            comment.getFullBody().forEach(part -> text.append(markdown(part, links)));
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private static String markdown(DocTree part, UnaryOperator<String> links) {
        if (part instanceof LiteralTree literal) {
            return '`' + literal.getBody().getBody() + '`';
        }
        if (part instanceof LinkTree link) {
            return '`' + links.apply(link.getReference().getSignature()) + '`';
        }
        return part.toString();
    }

    private static String name(TreePath method) {
        StringBuilder name = new StringBuilder("." + ((MethodTree) method.getLeaf()).getName());
        String separator = "";
        for (TreePath path = method.getParentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree type) {
                name.insert(0, type.getSimpleName() + separator);
                separator = "$";
            }
        }
        return name.toString();
    }
}
