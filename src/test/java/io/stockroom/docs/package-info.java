/**
 * The documentation as a program: runs the commands of the Markdown pages against dev mode and compares what they print with what the
 * pages show. {@code DocumentsTest} checks links, anchors and code blocks without running anything.
 */
package io.stockroom.docs;
