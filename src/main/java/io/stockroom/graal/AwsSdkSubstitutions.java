package io.stockroom.graal;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.checksums.internal.CrcCombineOnMarkChecksum;
import software.amazon.awssdk.checksums.internal.SdkCrc32CChecksum;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.DynamodbServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.SqsServiceMetadata;

/** Substitutions in the AWS SDK 2.42. */
final class AwsSdkSubstitutions {

    private AwsSdkSubstitutions() {
    }

    /**
     * Replaces {@code GeneratedServiceMetadataProvider.serviceMetadata}, which links the endpoints of some 300 services.
     *
     * <p>Saves 0.9 MB of the zip and 58,000 objects at the start: see docs/performance.md.
     *
     * <p>Remove when the SDK loads the metadata of a service on demand. No upstream issue is known.
     */
    @TargetClass(className = "software.amazon.awssdk.regions.GeneratedServiceMetadataProvider")
    static final class ServiceEndpoints {

        @Substitute
        public ServiceMetadata serviceMetadata(String service) {
            return switch (service) {
                case "dynamodb" -> new DynamodbServiceMetadata();
                case "sqs" -> new SqsServiceMetadata();
                default -> null;
            };
        }
    }

    /**
     * Replaces the factories of {@code ChecksumProvider} that refer to the optional library aws-crt. The image builder links
     * everything that the code refers to, and fails on the missing classes. Java provides CRC32C; Stockroom's requests use none
     * of the others.
     *
     * <p>Saves the library and its native code; without it there is no build.
     *
     * <p>Remove when the SDK hides its optional classes from the image builder:
     * <a href="https://github.com/aws/aws-sdk-java-v2/issues/5682">aws-sdk-java-v2#5682</a>.
     */
    @TargetClass(className = "software.amazon.awssdk.checksums.internal.ChecksumProvider")
    static final class ChecksumsWithoutCrt {

        @Substitute
        static SdkChecksum crc32cImplementation() {
            return new CrcCombineOnMarkChecksum(new java.util.zip.CRC32C(), SdkCrc32CChecksum::combine);
        }

        @Substitute
        static SdkChecksum crc64NvmeCrtImplementation() {
            throw new UnsupportedOperationException("CRC64NVME needs aws-crt");
        }

        @Substitute
        static SdkChecksum crtXxHash(ChecksumAlgorithm algorithm) {
            throw new UnsupportedOperationException(algorithm.algorithmId() + " needs aws-crt");
        }
    }
}
