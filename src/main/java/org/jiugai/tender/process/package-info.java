/** Steps of procurement and tender: recording steps, starting tenders, waking the case, what the forms show. */
@org.jspecify.annotations.NullMarked
package org.jiugai.tender.process;
