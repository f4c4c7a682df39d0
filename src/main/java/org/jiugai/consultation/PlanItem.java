package org.jiugai.consultation;

import java.math.BigDecimal;
import org.jiugai.kernel.Money;

/** An item of a submitted plan. */
public record PlanItem(
        ItemClass itemClass, String content, BigDecimal quantity, String unit, Money unitPrice, Money amount) {}
