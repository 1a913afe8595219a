package vn.sohoa.common;

/** Every reason the product can give, each with a Vietnamese and an English sentence: what is wrong, what to do. */
public enum ReasonCode {
    // the file as a whole
    EMPTY_FILE("Tệp rỗng (0 byte). Hãy quét lại giấy tờ này.", "The file is empty (0 bytes). Scan the paper again."),
    UNKNOWN_FORMAT(
            "Không nhận ra định dạng tệp ({}). Hãy quét thành PDF, TIFF, JPEG, PNG hoặc BMP.",
            "The file format is not recognized ({}). Scan to PDF, TIFF, JPEG, PNG or BMP."),
    INCOMPLETE_FILE(
            "Tệp chưa trọn vẹn sau thời gian chờ tối đa ({}). Hãy kiểm tra máy quét rồi quét lại.",
            "The file stayed incomplete past the waiting limit ({}). Check the scanner, then scan again."),
    BROKEN_FILE(
            "Tệp bị hỏng, không mở được ({}). Hãy quét lại.",
            "The file is damaged and cannot be opened ({}). Scan again."),
    ENCRYPTED_FILE(
            "Tệp PDF có mật khẩu. Hãy bỏ mật khẩu hoặc quét lại từ bản giấy.",
            "The PDF is protected by a password. Remove the password or scan the paper again."),
    NO_PAGES("Tệp không có trang nào. Hãy quét lại.", "The file has no pages. Scan again."),
    TOO_MANY_BYTES(
            "Tệp quá lớn ({}). Hãy chia nhỏ tập giấy rồi quét lại.",
            "The file is too large ({}). Split the stack and scan again."),
    TOO_MANY_PAGES(
            "Tệp có quá nhiều trang ({}). Hãy chia nhỏ tập giấy rồi quét lại.",
            "The file has too many pages ({}). Split the stack and scan again."),
    TOO_MANY_PIXELS(
            "Trang có kích thước điểm ảnh vượt giới hạn ({}). Hãy quét ở 300 dpi rồi thử lại.",
            "A page has more pixels than allowed ({}). Scan at 300 dpi and try again."),
    TOO_COMPLEX(
            "Nội dung tệp phình ra hoặc lồng nhau quá mức cho phép ({}). Hãy quét lại từ bản giấy.",
            "What the file holds unfolds or nests beyond what is allowed ({}). Scan the paper again."),
    NOT_A_FILE(
            "Mục này không phải tệp thường ({}). Hãy thả tệp quét, không thả liên kết hay thiết bị.",
            "This entry is not a regular file ({}). Drop scanned files, not links or devices."),
    NOT_IN_A_COUNTER(
            "Tệp nằm ngoài thư mục của quầy nên không được nhận. Hãy chuyển vào <mã đơn vị>/<quầy>/.",
            "The file lies in no counter's folder and is not taken. Move it to <unit code>/<counter>/."),
    FOLDER_IS_NO_CODE(
            "Tên thư mục không phải là mã (chữ không dấu, số, . _ -) nên tệp bên trong không được nhận. Hãy đổi tên.",
            "The folder's name is no code (letters, digits, . _ -): nothing in it is taken. Rename it."),
    FOLDER_TOO_DEEP(
            "Thư mục lồng quá sâu nên tệp bên trong không được nhận. Hãy chuyển lên trên.",
            "The folder is nested too deep: nothing in it is taken. Move it up."),
    ENTRY_UNREADABLE(
            "Không đọc được tệp hoặc thư mục này ({}). Hãy kiểm tra quyền truy cập.",
            "The file or folder cannot be read ({}). Check its permissions."),

    INBOX_NOT_WRITABLE(
            "Tệp đã được nhận an toàn nhưng không dời được khỏi thư mục nhận ({}). Hãy cấp quyền ghi cho thư mục.",
            "Files are taken safely but cannot be moved out of the inbox ({}). Make the folder writable."),

    // a list of dossiers
    LIST_NOT_UTF8(
            "Danh sách không phải văn bản UTF-8. Hãy lưu lại dạng \"CSV UTF-8\" rồi thả lại.",
            "The list is no UTF-8 text. Save it as \"CSV UTF-8\" and drop it again."),
    LIST_EMPTY(
            "Danh sách trống. Hãy xuất lại danh sách hồ sơ.", "The list is empty. Export the list of dossiers again."),
    LIST_TOO_LONG(
            "Danh sách quá dài (tối đa 100.000 dòng, 20 MB). Hãy chia nhỏ; các dòng trước đó đã được nhận.",
            "The list is too long (at most 100,000 rows, 20 MB). Split it; the rows before that were taken."),
    LIST_NO_HEADINGS(
            "Dòng đầu thiếu cột \"Mã hồ sơ\" hoặc \"Chủ hồ sơ\". Hãy thêm dòng tiêu đề.",
            "The first line lacks the column \"Mã hồ sơ\" or \"Chủ hồ sơ\". Add a line of headings."),
    LIST_BROKEN(
            "Danh sách hỏng từ đây ({}); các dòng trước đó đã được nhận. Hãy xuất lại.",
            "The list is broken from here ({}); the rows before that were taken. Export it again."),
    LIST_CODE(
            "Mã hồ sơ trống hoặc sai dạng. Ví dụ đúng: H23.18-230215-0012.",
            "The dossier's code is missing or has a wrong shape. Right is for example H23.18-230215-0012."),
    LIST_PROCEDURE(
            "Mã thủ tục sai dạng. Ví dụ đúng: 1.001193.",
            "The procedure's code has a wrong shape. Right is for example 1.001193."),
    LIST_HOLDER("Thiếu tên chủ hồ sơ (tối đa 200 ký tự).", "The holder's name is missing (at most 200 characters)."),
    LIST_NUMBER(
            "Số giấy tờ của chủ hồ sơ sai dạng: cần 12 số (định danh), 9 số (CMND) hoặc mã số thuế.",
            "The holder's number has a wrong shape: 12 digits (personal number), 9 (old card) or a tax code."),
    LIST_DATE("Ngày tiếp nhận sai. Ví dụ đúng: 15/02/2023.", "The date is wrong. Right is for example 15/02/2023."),

    // one page
    PAGE_UNREADABLE(
            "Không giải mã được hình của trang ({}). Hãy quét lại trang này.",
            "The image of the page cannot be decoded ({}). Scan this page again."),
    DECODER_MISSING(
            "Thiếu bộ giải mã cho hình của trang ({}). Báo quản trị viên, hoặc quét lại ở dạng JPEG.",
            "No decoder for the image of the page ({}). Tell the administrator, or scan again as JPEG."),
    NO_TEXT(
            "Trang có nội dung nhưng không đọc được chữ nào. Hãy kiểm tra trang: mờ, nghiêng hoặc ngược thì quét lại.",
            "The page is not blank but no text could be read. Look at the page: if blurred or upside down, scan again."),
    PAGE_TIMEOUT(
            "Trang đọc quá thời gian cho phép ({}). Cần người xem trang này.",
            "Reading the page took longer than allowed ({}). A person has to look at this page."),
    RECOGNIZER_DIED(
            "Bộ nhận dạng dừng đột ngột khi đọc trang ({}). Cần người xem trang này.",
            "The recognizer stopped while reading the page ({}). A person has to look at this page."),
    PAGES_STUCK(
            "Có {} trang không đọc được. Hãy xem lý do ở từng trang.",
            "{} pages could not be read. See the reason at each page."),

    // how a page was scanned: it goes on, but scanning again would help
    SCAN_COARSE(
            "Trang quét ở độ phân giải thấp ({}). Nên quét lại ở 300 dpi.",
            "The page was scanned too coarsely ({}). Better scan it again at 300 dpi."),
    SCAN_BLURRED(
            "Trang bị mờ, nét chữ nhòe. Nên lau mặt kính, ép phẳng giấy rồi quét lại.",
            "The page is blurred. Better clean the glass, press the paper flat and scan again."),
    SCAN_DARK(
            "Trang quét bị tối. Nên tăng độ sáng của máy quét rồi quét lại.",
            "The scan is dark. Better raise the scanner's brightness and scan again."),
    SCAN_FAINT(
            "Chữ trên trang quá nhạt. Nên tăng độ tương phản rồi quét lại, hoặc xin bản rõ hơn.",
            "The print is too faint. Better raise the contrast and scan again, or ask for a clearer copy."),
    SCAN_SHADED(
            "Một phần trang bị tối hoặc có bóng đổ. Nên ép phẳng giấy, đậy nắp máy rồi quét lại.",
            "A part of the page lies in shadow. Better press the paper flat, close the lid and scan again."),
    SCAN_CUT(
            "Chữ ở mép trang bị cắt mất. Nên đặt giấy đúng chỗ rồi quét lại cả trang.",
            "The border cuts through the print. Better lay the paper right and scan the whole page again."),
    SCAN_SKEWED(
            "Trang bị nghiêng {}. Nên đặt giấy thẳng rồi quét lại.",
            "The page lies askew by {}. Better lay it straight and scan again."),
    SCAN_UNCLEAR(
            "Nhiều chữ đọc không chắc ({}). Hãy kiểm tra kỹ; nếu trang mờ hoặc bẩn thì quét lại.",
            "Many words were read without certainty ({}). Check them closely; if the page is blurred or dirty, scan again."),

    // dossiers
    DOSSIER_CODE_WRONG(
            "\"{}\" không phải mã hồ sơ. Ví dụ đúng: H23.18-260930-0012 hoặc 000.00.18.H23-260930-0012.",
            "\"{}\" is not a dossier code. Right would be H23.18-260930-0012 or 000.00.18.H23-260930-0012."),
    DOSSIER_EXISTS(
            "Hồ sơ {} đã có. Hãy tìm trong danh sách hồ sơ.",
            "The dossier {} is there already. Look for it in the list of dossiers."),
    DOSSIER_STALE(
            "Hồ sơ vừa được người khác sửa. Hãy tải lại trang rồi sửa tiếp.",
            "Someone else has just changed this dossier. Reload the page, then go on."),
    DOSSIER_NOT_HERE(
            "Không thấy hồ sơ hoặc giấy tờ này ở đơn vị. Hãy tìm lại trong danh sách hồ sơ.",
            "The unit has no such dossier or paper. Look again in the list of dossiers."),
    PROCEDURE_UNKNOWN(
            "Danh mục không có thủ tục {}. Hãy chọn thủ tục trong danh sách.",
            "The catalog has no procedure {}. Choose one from the list."),
    COMPONENT_UNKNOWN(
            "Thủ tục của hồ sơ không có thành phần {}. Hãy chọn lại.",
            "The dossier's procedure has no component {}. Choose again."),
    HOLDER_NAME_TOO_LONG(
            "Tên chủ hồ sơ quá dài (tối đa {} ký tự). Hãy rút ngắn.",
            "The holder's name is too long (at most {} letters). Make it shorter."),
    HOLDER_NUMBER_WRONG(
            "Số giấy tờ của chủ hồ sơ chỉ gồm chữ cái không dấu và chữ số, tối đa 20 ký tự. Hãy sửa lại.",
            "The holder's number has only plain letters and digits, at most 20. Correct it."),

    // ourselves and what we lean on
    INTERNAL(
            "Lỗi của chương trình ({}). Tệp vẫn còn nguyên; báo quản trị viên để xử lý tiếp.",
            "A fault in the program ({}). The file is safe; tell the administrator."),
    STORE_UNAVAILABLE(
            "Kho lưu trữ chưa sẵn sàng ({}). Hệ thống sẽ tự thử lại.",
            "The object store is not available ({}). It will be tried again by itself."),
    STORE_MISMATCH(
            "Dữ liệu đọc lại từ kho không khớp với bản gốc ({}). Hệ thống sẽ tự thử lại.",
            "What was read back from the store differs from what was written ({}). It will be tried again by itself."),
    STORE_REFUSES(
            "Kho lưu trữ từ chối khóa truy cập ({}). Hãy kiểm tra SOHOA_S3_ACCESS_KEY và SOHOA_S3_SECRET_KEY.",
            "The object store refuses our key ({}). Check SOHOA_S3_ACCESS_KEY and SOHOA_S3_SECRET_KEY."),
    ORIGINAL_DAMAGED(
            "Bản gốc trong kho không còn đúng như lúc tiếp nhận ({}). Báo quản trị viên khôi phục từ bản sao lưu, rồi bấm «thử lại».",
            "The original in the store is not what was taken in ({}). Have the administrator restore it from a backup, then try again."),
    OBJECT_MISSING("Không thấy đối tượng trong kho ({}).", "The object is not in the store ({})."),
    DATABASE_UNAVAILABLE(
            "Cơ sở dữ liệu chưa sẵn sàng ({}). Hệ thống sẽ tự thử lại.",
            "The database is not available ({}). It will be tried again by itself."),
    ENGINE_UNAVAILABLE(
            "Bộ nhận dạng không khởi động được ({}). Hãy kiểm tra gói tesseract-ocr và dữ liệu 'vie'.",
            "The recognizer does not start ({}). Check the packages tesseract-ocr and tesseract-ocr-vie."),
    DISK_FULL(
            "Không đủ chỗ trống trên đĩa ({}). Tạm dừng nhận tệp; hãy giải phóng dung lượng.",
            "Not enough free disk space ({}). Intake pauses; free some space."),

    // the review desk
    REVIEW_TAKEN(
            "Giấy tờ này đang nằm trên bàn của «{}». Hãy lấy giấy tờ khác, hoặc chờ người đó làm xong.",
            "This document is on the desk of «{}». Take another one, or wait until they are done."),
    REVIEW_STALE(
            "Giấy tờ này đã được thay đổi ở một cửa sổ khác. Hãy tải lại trang để thấy dữ liệu mới rồi sửa tiếp.",
            "This document was changed in another window. Load the page again to see it as it is, then go on."),
    REVIEW_OVER(
            "Giấy tờ này không còn chờ kiểm tra: đã có người làm xong, hoặc máy đang đọc lại.",
            "This document does not wait for review any more: someone has finished it, or it is being read anew."),
    NOT_TRIED_AGAIN(
            "Không thử lại được lúc này: mục này không bị dừng, không có ảnh để đọc, hoặc máy đang xử lý.",
            "This cannot be tried again now: it is not stuck, has no image to read, or is being worked on."),
    FIELD_EMPTY(
            "Trường này chưa có giá trị. Hãy nhập, hoặc chọn «không đọc được» (F4) hay «không có» (F6).",
            "This field has no value. Type one, or say that it is illegible (F4) or absent (F6)."),
    FIELD_TOO_LONG("Giá trị quá dài (tối đa {} ký tự).", "The value is too long ({} letters at most)."),
    FIELD_UNKNOWN("Loại giấy tờ này không có trường «{}».", "This type of document has no field «{}»."),
    FIELDS_OPEN(
            "Còn {} trường chưa được kiểm tra. Hãy trả lời từng trường rồi hoàn tất.",
            "{} fields still wait for an answer. Answer each of them, then finish."),
    TYPE_UNKNOWN(
            "Chưa biết đây là loại giấy tờ gì. Hãy chọn loại giấy tờ trước.",
            "It is not known what type of document this is. Choose the type first."),
    NO_SUCH_TYPE("Danh mục không có loại giấy tờ «{}».", "The catalog has no document type «{}»."),
    PAGE_NOT_TURNED(
            "Trang này chưa xoay được: đang được đọc, hoặc không thuộc giấy tờ này.",
            "The page cannot be turned now: it is being read, or is not part of this document."),
    CANNOT_SPLIT(
            "Không tách được trước trang đầu tiên. Hãy chọn một trang phía sau.",
            "A document cannot be split before its first page. Choose a later page."),
    CANNOT_JOIN(
            "Bên cạnh không có giấy tờ nào đang chờ kiểm tra để ghép.",
            "There is no document beside it that waits for review."),

    // why a paper has to be scanned again, or is not kept
    RESCAN_BLURRED("Hình mờ, không đọc được. Cần quét lại. {}", "The image is blurred. Scan again. {}"),
    RESCAN_CUT_OFF("Hình bị cắt mất mép hoặc che khuất. Cần quét lại. {}", "The image is cut off. Scan again. {}"),
    RESCAN_MISSING_PAGE("Thiếu trang. Cần quét lại đủ trang. {}", "A page is missing. Scan all pages. {}"),
    RESCAN_WRONG_PAPER(
            "Quét nhầm giấy tờ. Cần quét đúng giấy tờ. {}", "This is the wrong paper. Scan the right one. {}"),
    RESCAN_OTHER("Cần quét lại. {}", "Scan again. {}"),
    DISCARD_REPEATED("Giấy tờ này đã có. {}", "This document is here already. {}"),
    DISCARD_NOT_WANTED("Không phải giấy tờ cần số hóa. {}", "This paper is not to be digitized. {}"),
    DISCARD_TEST("Bản quét thử. {}", "A test scan. {}"),
    DISCARD_OTHER("Đã loại. {}", "Discarded. {}"),

    // confirmed papers
    PURPOSE_MISSING(
            "Hãy ghi mục đích (mã hồ sơ hoặc lý do) trước khi xem hay tải giấy tờ.",
            "Say what for (a dossier code or a reason) before you look at or download a paper."),
    SEARCH_EMPTY("Hãy nhập từ cần tìm.", "Type what to look for."),

    // civil-registry books
    BOOK_UNKNOWN("Không có sổ hoặc trang này.", "There is no such book or page."),
    BOOK_FACTS_WRONG(
            "Loại sổ, năm (1965 hoặc 2007-2009), quyển (hai chữ số), số trang hoặc số trường hợp mỗi trang chưa đúng.",
            "The kind, the years (1965 or 2007-2009), the number (two digits), the pages or the cases a page are not right."),
    BOOK_CHANGED(
            "Sổ vừa được người khác sửa. Hãy tải lại trang rồi sửa tiếp.",
            "Someone else has just changed the book. Load the page again, then go on."),
    BOOK_NOT_READY("Chưa bàn giao được sổ: {}.", "The book cannot be delivered yet: {}."),
    PAGE_NUMBER_TAKEN(
            "Số trang {} đã có trang khác. Hãy kiểm tra cả hai trang.",
            "Another page has the number {} already. Look at both."),
    KEYING_ELSEWHERE(
            "Phiếu nhập này đang mở ở nơi khác hoặc đã hết thời gian giữ. Hãy mở lại màn hình nhập liệu.",
            "This form is open elsewhere, or its time is over. Open the keying screen again."),
    ANSWERS_WRONG("Chưa ghi được vì nội dung chưa đúng ({}).", "Not kept, because something is not right ({})."),
    SOMEONE_WAS_FIRST("Việc này đã được nơi khác làm.", "Someone else has already done this.");

    private final String vi;
    private final String en;

    ReasonCode(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    String vi() {
        return vi;
    }

    String en() {
        return en;
    }
}
