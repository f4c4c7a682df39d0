package org.jiugai.tender;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jiugai.casefile.FurtherKeys;
import org.springframework.stereotype.Component;

/** The tender of a package runs under the package's number, for the case that founded it and for those that joined. */
@Component
class PackageKeys implements FurtherKeys {
    private final Packages packages;

    PackageKeys(Packages packages) {
        this.packages = packages;
    }

    @Override
    public Map<String, List<String>> keysOf(Collection<String> caseNos) {
        return packages.numbersOf(caseNos);
    }

    @Override
    public String view() {
        return "key_of_package";
    }
}
