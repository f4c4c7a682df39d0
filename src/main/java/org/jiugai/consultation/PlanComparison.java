package org.jiugai.consultation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what differs between two versions of a plan. Items are the same when class and content are. */
final class PlanComparison {
    private PlanComparison() {}

    /**
     * @param mandatoryClasses labels of the classes whose items may not be dropped without a new review
     */
    static PlanChange between(PlanDetails before, PlanDetails after, Collection<String> mandatoryClasses) {
        Set<Key> old = keys(before);
        Set<Key> now = keys(after);
        List<Key> removed = old.stream().filter(key -> !now.contains(key)).toList();
        List<Key> added = now.stream().filter(key -> !old.contains(key)).toList();
        Set<ItemClass> oldClasses = old.stream().map(Key::itemClass).collect(Collectors.toSet());
        return new PlanChange(
                before.summary().estimate(),
                after.summary().estimate(),
                removed.stream()
                        .anyMatch(
                                key -> mandatoryClasses.contains(key.itemClass().label())),
                now.stream().anyMatch(key -> !oldClasses.contains(key.itemClass())),
                before.summary().structureChanged() != after.summary().structureChanged(),
                before.summary().commonPartChange() != after.summary().commonPartChange(),
                !before.summary().residentShare().equals(after.summary().residentShare()),
                removed.stream().map(Key::shown).toList(),
                added.stream().map(Key::shown).toList());
    }

    private static Set<Key> keys(PlanDetails plan) {
        return plan.items().stream()
                .map(item -> new Key(item.itemClass(), item.content()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private record Key(ItemClass itemClass, String content) {
        String shown() {
            return itemClass.label() + "：" + content;
        }
    }
}
