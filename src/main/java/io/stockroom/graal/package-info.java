/**
 * Code that replaces code of libraries in the native executable. Each class states what it replaces, what it saves, and when it
 * can be removed. If an upgrade removes the replaced code, the native build fails and names the class.
 */
package io.stockroom.graal;
