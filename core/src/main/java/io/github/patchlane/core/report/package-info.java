/** What people and programs read: HTML, text, JSON, CSV, OpenMetrics, JUnit. */
@NullMarked
package io.github.patchlane.core.report;

import org.jspecify.annotations.NullMarked;
