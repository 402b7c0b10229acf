package io.stockroom.http;

import com.oracle.svm.core.annotate.Delete;
import com.oracle.svm.core.annotate.TargetClass;
import org.joda.time.DateTime;

/** Quarkus has all of Joda's dates in the executable, for events that carry them. Those of Stockroom don't. */
@Delete
@TargetClass(DateTime.class)
final class WithoutJoda {
}
