package org.jiugai.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;

/** What the parts of an office document are, by their types and relationships. */
final class OfficeParts {
    private static final Pattern MACRO = Pattern.compile(".*(macro|vbaproject|vbadata|activex).*");
    private static final Pattern OBJECT = Pattern.compile(".*oleobject.*");

    static {
        PoiLimits.set();
    }

    private OfficeParts() {}

    /**
     * @return the content type of the part with which a reader begins; empty when there is none
     * @throws FileRefused when the document holds macros, objects or links to other files
     */
    static String check(Path file) {
        try (OPCPackage document = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            requireInside(document.getRelationships());
            for (PackagePart part : document.getParts()) {
                String type = part.getContentType().toLowerCase(Locale.ROOT);
                if (MACRO.matcher(type).matches()) throw macros();
                if (OBJECT.matcher(type).matches()) throw embeddedObject();
                if (!part.isRelationshipPart()) requireInside(part.getRelationships());
            }
            return mainType(document);
        } catch (InvalidFormatException | OpenXML4JRuntimeException | IOException e) {
            throw FileRefused.damaged("Office");
        }
    }

    private static String mainType(OPCPackage document) {
        PackageRelationshipCollection main = document.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        if (main.isEmpty()) main = document.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
        PackagePart part = main.size() == 1 ? document.getPart(main.getRelationship(0)) : null;
        return part == null ? "" : part.getContentType();
    }

    /** Links that a person clicks may lead anywhere; everything else that a document needs must be in it. */
    private static void requireInside(PackageRelationshipCollection relationships) {
        for (PackageRelationship relationship : relationships) {
            boolean outside = relationship.getTargetMode() == TargetMode.EXTERNAL;
            if (outside && !relationship.getRelationshipType().endsWith("/hyperlink"))
                throw new FileRefused(
                        "externalContent", "Office文件引用了外部的模板、工作簿或图片，不能上传；请断开链接（模板改为Normal，图片改为嵌入）并另存后再上传");
        }
    }

    static FileRefused macros() {
        return new FileRefused("macros", "文件含有宏或控件，不能上传；请另存为不含宏的文件");
    }

    static FileRefused embeddedObject() {
        return new FileRefused("embeddedObject", "Office文件中嵌入了对象（OLE、ActiveX或宏），不能上传；请删除对象或改为图片后再上传");
    }
}
