package io.stockroom.aws;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.DynamodbServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.SqsServiceMetadata;

/** The SDK knows the endpoints of three hundred services in all regions; an executable would carry them. */
@TargetClass(className = "software.amazon.awssdk.regions.GeneratedServiceMetadataProvider")
final class OnlyOurServices {

    @Substitute
    public ServiceMetadata serviceMetadata(String service) {
        return switch (service) {
            case "dynamodb" -> new DynamodbServiceMetadata();
            case "sqs" -> new SqsServiceMetadata();
            default -> null;
        };
    }
}
