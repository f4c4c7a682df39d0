package org.jiugai.organisation;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiugai.kernel.NameKey;

/** The roles that offices may hold (book 5.1). */
public final class Roles {
    /** Whose offices administer the organisation. */
    public static final String SYSTEM_ADMIN = "system-admin";

    /** Whose offices read the whole history of their county. */
    public static final Set<String> READING_HISTORY =
            Set.of("audit-bureau", "renovation-office", "leading-group", "legal-reviewer");

    /** Whose offices read the cases of their county and change nothing in them: an office that holds no other role never acts in a case. */
    public static final Set<String> READING_ONLY = Set.of("audit-bureau");

    private static final Map<String, String> NAMES = inOrder(
            entry("leading-group", "老旧小区改造领导小组"),
            entry("government", "本级人民政府"),
            entry("renovation-office", "旧改办"),
            entry("housing-bureau", "住房和城乡建设局"),
            entry("development-reform", "发展和改革局"),
            entry("finance-bureau", "财政局"),
            entry("natural-resources", "自然资源局"),
            entry("urban-management", "城市管理局"),
            entry("public-security", "公安局"),
            entry("fire-rescue", "消防救援大队"),
            entry("civil-affairs", "民政局"),
            entry("emergency-management", "应急管理局"),
            entry("education-sports", "教育体育局"),
            entry("market-regulation", "市场监督管理局"),
            entry("human-resources", "人力资源和社会保障局"),
            entry("audit-bureau", "审计局"),
            entry("tender-supervision", "招标投标监督管理机构"),
            entry("quality-safety-station", "建设工程质量安全监督站"),
            entry("subdistrict", "街道办事处（镇人民政府）"),
            entry("community", "社区居民委员会"),
            entry("owners-committee", "业主委员会"),
            entry("resident-rep", "居民代表"),
            entry("resident", "居民"),
            entry("employer", "建设单位"),
            entry("designer", "勘察设计单位"),
            entry("contractor", "施工单位"),
            entry("supervisor", "监理单位"),
            entry("cost-consultant", "造价咨询单位"),
            entry("tender-agent", "招标代理机构"),
            entry("test-lab", "检测机构"),
            entry("utility-units", "专营单位"),
            entry("expert", "评审专家"),
            entry("property-company", "物业服务企业"),
            entry("archive-centre", "城建档案馆"),
            entry("petition-office", "信访（12345）受理机构"),
            entry("statistics-clerk", "统计员"),
            entry("legal-reviewer", "法制审核"),
            entry("system-admin", "系统管理员"));

    private Roles() {}

    @SafeVarargs
    private static Map<String, String> inOrder(Map.Entry<String, String>... roles) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, String> role : roles) names.put(role.getKey(), role.getValue());
        return Collections.unmodifiableMap(names);
    }

    /** The ids of all roles, in the order of the book. */
    public static Set<String> all() {
        return NAMES.keySet();
    }

    /** The Chinese names of these roles by their ids, in the same order. */
    public static Map<String, String> names(Collection<String> roles) {
        Map<String, String> names = new LinkedHashMap<>();
        roles.forEach(role -> names.put(role, name(role)));
        return names;
    }

    /** The role that is meant by its Chinese name or its id. */
    public static Optional<String> meant(String text) {
        String key = NameKey.of(text);
        return NAMES.entrySet().stream()
                .filter(role ->
                        role.getKey().equals(key) || NameKey.of(role.getValue()).equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public static boolean isKnown(String role) {
        return NAMES.containsKey(role);
    }

    /** The Chinese name of a role, or the id itself when there is no such role. */
    public static String name(String role) {
        return NAMES.getOrDefault(role, role);
    }
}
