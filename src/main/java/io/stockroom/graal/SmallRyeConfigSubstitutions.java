package io.stockroom.graal;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.runtime.configuration.NameIterator;
import io.quarkus.runtime.configuration.PropertiesUtil;
import io.smallrye.config.PropertyName;

/**
 * Substitutions in Quarkus 3.33 and its SmallRye Config: property names are compared by one character before they are parsed or
 * compared as a whole. {@link ConfigNameMatcher} is that comparison.
 *
 * <p>Saves 16 of 77 million instructions up to the first response: see docs/performance.md.
 *
 * <p>Remove when both libraries look names up instead of comparing each with each. The start of the mappings is being reworked
 * upstream: <a href="https://github.com/smallrye/smallrye-config/issues/1567">smallrye-config#1567</a>.
 */
final class SmallRyeConfigSubstitutions {

    private SmallRyeConfigSubstitutions() {
    }

    /** Replaces {@code PropertiesUtil.isMapped}. */
    @TargetClass(PropertiesUtil.class)
    static final class SegmentComparison {

        @Substitute
        public static boolean isMapped(NameIterator name, String mapped) {
            int offset = name.getPosition() + 1;
            if (ConfigNameMatcher.differ(name.getName(), offset, mapped)) {
                return false;
            }
            int end = name.getNextEnd();
            return PropertyName.equals(name.getName(), offset, end == 0 ? name.getName().length() : end - offset, mapped, 0,
                    mapped.length());
        }
    }

    /** Replaces {@code PropertyName.equals}. */
    @TargetClass(PropertyName.class)
    static final class NameComparison {

        @Alias
        private static native boolean equalsInternal(String name, int offset, int length, String other, int otherOffset,
                int otherLength);

        @Substitute
        public static boolean equals(String name, String other) {
            return !ConfigNameMatcher.differ(name, other) && (equalsInternal(name, 0, name.length(), other, 0, other.length())
                    || equalsInternal(other, 0, other.length(), name, 0, name.length()));
        }
    }
}
