package io.stockroom.altegio;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.netty.channel.Channel;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.impl.HttpClientConnection;
import io.vertx.core.http.impl.HttpClientStream;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.future.PromiseInternal;

/** Altegio is called over HTTP/1.1. Of the second version, an executable would carry every frame. */
final class WithoutHttp2 {

    private static final String UNAVAILABLE = "The executable has no HTTP/2";

    private WithoutHttp2() {
    }

    @TargetClass(className = "io.vertx.core.http.impl.HttpChannelConnector")
    static final class Connector {

        @Substitute
        private void http2Connected(ContextInternal context, Object metric, Channel channel,
                PromiseInternal<HttpClientConnection> connected) {
            connected.fail(UNAVAILABLE);
        }
    }

    @TargetClass(className = "io.vertx.core.http.impl.Http2UpgradeClientConnection")
    static final class Upgrade {

        @Substitute
        public void createStream(ContextInternal context, Handler<AsyncResult<HttpClientStream>> created) {
            created.handle(Future.failedFuture(UNAVAILABLE));
        }
    }
}
