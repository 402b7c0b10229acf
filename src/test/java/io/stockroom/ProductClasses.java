package io.stockroom;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the product, without those of the tests: imported once for all tests, because it takes seconds. */
public final class ProductClasses {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.stockroom");

    private ProductClasses() {
    }

    public static JavaClasses all() {
        return CLASSES;
    }
}
