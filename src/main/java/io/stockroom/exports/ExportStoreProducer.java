package io.stockroom.exports;

import io.stockroom.aws.SignedRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;

/** Selects the store of exported files: the bucket if one is configured, else the folder. */
class ExportStoreProducer {

    @Produces
    @ApplicationScoped
    ExportStore exportStore(ExportsConfig config, SignedRequests requests) {
        return config.bucket().<ExportStore>map(bucket -> new S3Store(bucket, config.s3Url(), requests))
                .orElseGet(() -> new FolderStore(Path.of(config.folder())));
    }
}
