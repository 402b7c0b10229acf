package io.stockroom.config;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.runtime.configuration.NameIterator;
import io.quarkus.runtime.configuration.PropertiesUtil;
import io.smallrye.config.PropertyName;

/** In the executable, Quarkus' and SmallRye Config's comparisons of names look at how these differ first: see {@link Names}. */
final class QuickNames {

    private QuickNames() {
    }

    @TargetClass(PropertiesUtil.class)
    static final class Segments {

        @Substitute
        public static boolean isMapped(NameIterator name, String mapped) {
            int offset = name.getPosition() + 1;
            if (Names.differ(name.getName(), offset, mapped)) {
                return false;
            }
            int end = name.getNextEnd();
            return PropertyName.equals(name.getName(), offset, end == 0 ? name.getName().length() : end - offset, mapped, 0,
                    mapped.length());
        }
    }

    @TargetClass(PropertyName.class)
    static final class Whole {

        @Alias
        private static native boolean equalsInternal(String name, int offset, int length, String other, int otherOffset,
                int otherLength);

        @Substitute
        public static boolean equals(String name, String other) {
            return !Names.differ(name, other) && (equalsInternal(name, 0, name.length(), other, 0, other.length())
                    || equalsInternal(other, 0, other.length(), name, 0, name.length()));
        }
    }
}
