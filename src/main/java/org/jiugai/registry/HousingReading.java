package org.jiugai.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jiugai.kernel.Area;
import org.jiugai.kernel.NameKey;
import org.jiugai.sheets.SheetFaults;
import org.jiugai.sheets.SheetTable.Line;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet of units; what is wrong goes to the faults, with row and column. */
final class HousingReading {
    private static final long LARGEST = 100_000;
    private final Set<String> known;
    private final SheetFaults faults;
    private final Map<String, NewUnit> units = new LinkedHashMap<>();
    private final Set<String> owned = new HashSet<>();

    /** @param known addresses of units that are in the baseline already */
    HousingReading(Set<String> known, SheetFaults faults) {
        this.known = known;
        this.faults = faults;
    }

    List<NewUnit> read(List<Line> lines) {
        lines.forEach(this::take);
        if (lines.isEmpty()) faults.add("表中没有房屋");
        return List.copyOf(units.values());
    }

    private void take(Line line) {
        String building = line.text(HousingColumn.BUILDING);
        String door = line.text(HousingColumn.DOOR);
        int entrance = entrance(line);
        Area area = area(line);
        AreaBasis basis = named(line, HousingColumn.BASIS, AreaBasis.values(), AreaBasis::label);
        Tenure tenure = named(line, HousingColumn.TENURE, Tenure.values(), Tenure::label);
        NewUnit.Owner owner = owner(line);
        require(line, HousingColumn.BUILDING, !building.isEmpty() && building.length() <= 30, "必填，不超过30字");
        require(line, HousingColumn.DOOR, !door.isEmpty() && door.length() <= 20, "必填，不超过20字");
        if (area == null || basis == null || tenure == null || owner == null || entrance == 0) return;
        NewUnit unit = new NewUnit(building, entrance, door, area, basis, tenure, new ArrayList<>(List.of(owner)));
        String address = address(building, entrance, door);
        if (known.contains(address)) {
            faults.add(line.number(), HousingColumn.DOOR, "“" + address + "”已在底账中；变更请在该户页面办理");
            return;
        }
        NewUnit before = units.putIfAbsent(address, unit);
        if (!owned.add(address + "/" + owner.name() + "/" + owner.identity()))
            faults.add(line.number(), HousingColumn.OWNER, "“" + owner.name() + "”在该户出现两次");
        if (before != null) join(line, before, unit, owner);
    }

    /** A further owner of a unit that stands in a row above. */
    private void join(Line line, NewUnit before, NewUnit again, NewUnit.Owner owner) {
        boolean same = before.area().equals(again.area())
                && before.areaBasis() == again.areaBasis()
                && before.tenure() == again.tenure();
        require(line, HousingColumn.AREA, same, "同一户各行的面积、依据、性质应当相同");
        boolean twoVoters = owner.votes() && before.owners().stream().anyMatch(NewUnit.Owner::votes);
        require(line, HousingColumn.VOTES, !twoVoters, "共有人只能指定一名投票代表");
        before.owners().add(owner);
    }

    private NewUnit.@Nullable Owner owner(Line line) {
        String name = line.text(HousingColumn.OWNER);
        require(line, HousingColumn.OWNER, !name.isEmpty() && name.length() <= 60, "必填，不超过60字");
        String kindText = line.text(HousingColumn.KIND);
        OwnerKind kind = kindText.isEmpty()
                ? OwnerKind.PERSON
                : named(line, HousingColumn.KIND, OwnerKind.values(), OwnerKind::label);
        String identity = line.text(HousingColumn.IDENTITY);
        String phone = line.text(HousingColumn.PHONE);
        require(
                line,
                HousingColumn.IDENTITY,
                identity.isEmpty() || NameKey.of(identity).matches("[0-9A-Za-z]{6,20}"),
                "应为6至20位数字或字母");
        require(line, HousingColumn.PHONE, phone.isEmpty() || NameKey.of(phone).matches("[0-9+-]{7,20}"), "应为7至20位数字");
        String votes = line.text(HousingColumn.VOTES);
        require(line, HousingColumn.VOTES, votes.isEmpty() || votes.equals("是") || votes.equals("否"), "填写“是”或“否”");
        if (kind == null || name.isEmpty()) return null;
        return new NewUnit.Owner(kind, name, blank(identity), blank(NameKey.of(phone)), votes.equals("是"));
    }

    private int entrance(Line line) {
        String text = NameKey.of(line.text(HousingColumn.ENTRANCE)).replace("单元", "");
        boolean fits = text.matches("[1-9]\\d?");
        require(line, HousingColumn.ENTRANCE, fits, "应为1至99的整数");
        return fits ? Integer.parseInt(text) : 0;
    }

    private @Nullable Area area(Line line) {
        String text = NameKey.of(line.text(HousingColumn.AREA));
        boolean fits = text.matches("\\d{1,4}(\\.\\d{1,2})?");
        Area area = fits ? Area.ofSquareMetres(text) : Area.ZERO;
        boolean inRange = area.hundredths() > 0 && area.hundredths() <= LARGEST;
        require(line, HousingColumn.AREA, inRange, "应大于0且不超过1000平方米，最多两位小数");
        return inRange ? area : null;
    }

    private <E> @Nullable E named(Line line, HousingColumn column, E[] values, Function<E, String> label) {
        String text = NameKey.of(line.text(column));
        for (E value : values) if (NameKey.of(label.apply(value)).equals(text)) return value;
        faults.add(
                line.number(),
                column,
                "应为"
                        + String.join(
                                "、", java.util.Arrays.stream(values).map(label).toList()) + "之一");
        return null;
    }

    private void require(Line line, HousingColumn column, boolean holds, String message) {
        if (!holds) faults.add(line.number(), column, message);
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }

    static String address(String building, int entrance, String door) {
        return NameKey.of(building + entrance + "单元" + door + "室");
    }
}
