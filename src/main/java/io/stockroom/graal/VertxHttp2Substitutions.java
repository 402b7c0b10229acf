package io.stockroom.graal;

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

/**
 * Substitutions in Vert.x 4.5: HTTP/2 connections fail. Altegio is called over HTTP/1.1.
 *
 * <p>Saves 0.45 MB of the zip, the frames of HTTP/2: see docs/performance.md.
 *
 * <p>Remove when Quarkus cuts HTTP/2 out of clients that do not use it, as it does with HTTP/3:
 * <a href="https://github.com/quarkusio/quarkus/pull/55837">quarkus#55837</a>.
 */
final class VertxHttp2Substitutions {

    private static final String UNAVAILABLE = "The native executable has no HTTP/2";

    private VertxHttp2Substitutions() {
    }

    @TargetClass(className = "io.vertx.core.http.impl.HttpChannelConnector")
    static final class Http2Connector {

        @Substitute
        private void http2Connected(ContextInternal context, Object metric, Channel channel,
                PromiseInternal<HttpClientConnection> connected) {
            connected.fail(UNAVAILABLE);
        }
    }

    @TargetClass(className = "io.vertx.core.http.impl.Http2UpgradeClientConnection")
    static final class Http2Upgrade {

        @Substitute
        public void createStream(ContextInternal context, Handler<AsyncResult<HttpClientStream>> created) {
            created.handle(Future.failedFuture(UNAVAILABLE));
        }
    }
}
