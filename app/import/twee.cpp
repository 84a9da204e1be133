#include "import/twee.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scoring/text.hpp"

namespace huashu::app {
namespace {

std::string stripped(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin));
}

Diagnostic note(const std::string& file, int line, std::string code, std::string text, std::string remedy = {}) {
    return {.level = Level::warning,
            .code = std::move(code),
            .text = std::move(text),
            .remedy = std::move(remedy),
            .place = {file, line, 1},
            .excerpt = {}};
}

// A backslash takes the character after it literally, as in "\[" and "\]" of a passage's name.
std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        out += text[i];
    }
    return out;
}

std::size_t find_unescaped(std::string_view text, char wanted, std::size_t from = 0) {
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == wanted)
            return i;
    }
    return std::string_view::npos;
}

// ":: Name [tags] {metadata}"
TweePassage parse_header(std::string_view header, int line) {
    TweePassage passage;
    passage.line = line;
    const std::size_t meta = find_unescaped(header, '{');
    if (meta != std::string_view::npos) header = header.substr(0, meta);
    const std::size_t open = find_unescaped(header, '[');
    if (open != std::string_view::npos) {
        const std::size_t close = std::min(find_unescaped(header, ']', open), header.size());
        std::string tag;
        for (const char c : header.substr(open + 1, close - open - 1)) {
            if (c != ' ') {
                tag += c;
            } else if (!tag.empty()) {
                passage.tags.push_back(std::exchange(tag, {}));
            }
        }
        if (!tag.empty()) passage.tags.push_back(tag);
        header = header.substr(0, open);
    }
    passage.name = stripped(unescaped(header));
    return passage;
}

struct Markup {
    std::string_view open, close;
    const char* code;
    const char* what;
};
// What story formats put between these is a program or markup of theirs; the longer openers first.
constexpr Markup markups[] = {{"<<", ">>", "twee-macro", "a SugarCube macro"},
                              {"[img[", "]]", "twee-image", "a picture"},
                              {"<!--", "-->", "twee-comment", "a comment"},
                              {"/*", "*/", "twee-comment", "a comment"},
                              {"<", ">", "twee-markup", "HTML"},
                              {"{", "}", "twee-macro", "an insert of Chapbook, or code"}};

class BodyReader {
public:
    BodyReader(const std::string& file, TweePassage& passage, Diagnostics& left)
        : file_(file), passage_(passage), left_(left) {}

    void read(std::string_view text, int line) {
        line_ = line;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t next = read_one(text, at);
            line_ += static_cast<int>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                 text.begin() + static_cast<std::ptrdiff_t>(next), '\n'));
            at = next;
        }
        finish();
    }

private:
    std::size_t read_one(std::string_view text, std::size_t at) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("[[")) {
            const std::size_t close = rest.find("]]");
            if (close != std::string_view::npos) {
                add_link(rest.substr(2, close - 2));
                return at + close + 2;
            }
        }
        if (rest.starts_with("(") && is_harlowe(rest)) return at + skip_brackets(rest);
        for (const Markup& markup : markups) {
            if (!rest.starts_with(markup.open)) continue;
            const std::size_t close = rest.find(markup.close, markup.open.size());
            if (close == std::string_view::npos) break;
            leave(markup.code, markup.what, rest.substr(0, close + markup.close.size()));
            return at + close + markup.close.size();
        }
        if (rest.starts_with("$") && rest.size() > 1 && is_name(rest[1])) {
            std::size_t length = 1;
            while (length < rest.size() && is_name(rest[length])) ++length;
            leave("twee-variable", "a variable", rest.substr(0, length));
            return at + length;
        }
        prose_ += rest.front();
        return at + 1;
    }

    static bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

    // "(if: …)", "(set: …)": a word, then a colon.
    static bool is_harlowe(std::string_view rest) {
        std::size_t i = 1;
        while (i < rest.size() && (is_name(rest[i]) || rest[i] == '-')) ++i;
        return i > 1 && i < rest.size() && rest[i] == ':';
    }

    std::size_t skip_brackets(std::string_view rest) {
        int depth = 0;
        std::size_t i = 0;
        for (; i < rest.size(); ++i) {
            if (rest[i] == '(') ++depth;
            if (rest[i] == ')' && --depth == 0) break;
        }
        const std::size_t length = std::min(i + 1, rest.size());
        leave("twee-macro", "a Harlowe macro", rest.substr(0, length));
        return length;
    }

    void leave(const char* code, const char* what, std::string_view words) {
        std::string shown(words.substr(0, 60));
        while (!scoring::is_valid_utf8(shown)) shown.pop_back();
        std::replace(shown.begin(), shown.end(), '\n', ' ');
        left_.push_back(note(file_, line_, code,
                             "in the passage \"" + passage_.name + "\" " + what + " was left out: " + shown,
                             "say it with conditions, \"set\" and reactions"));
    }

    // [[text->target]], [[target<-text]], [[text|target]], [[target]]; SugarCube adds a setter: [[…][$x to 1]].
    void add_link(std::string_view words) {
        const std::size_t setter = words.find("][");
        if (setter != std::string_view::npos) {
            leave("twee-macro", "what a link sets", words.substr(setter + 2));
            words = words.substr(0, setter);
        }
        TweeLink link;
        link.line = line_;
        if (const std::size_t right = words.rfind("->"); right != std::string_view::npos) {
            link.text = stripped(words.substr(0, right));
            link.target = stripped(words.substr(right + 2));
        } else if (const std::size_t left = words.find("<-"); left != std::string_view::npos) {
            link.text = stripped(words.substr(left + 2));
            link.target = stripped(words.substr(0, left));
        } else if (const std::size_t bar = words.find('|'); bar != std::string_view::npos) {
            link.text = stripped(words.substr(0, bar));
            link.target = stripped(words.substr(bar + 1));
        } else {
            link.text = link.target = stripped(words);
        }
        passage_.links.push_back(std::move(link));
    }

    void finish() {
        std::string line;
        const auto close = [&] {
            const std::string kept = stripped(line);
            if (!kept.empty()) passage_.prose += (passage_.prose.empty() ? "" : "\n") + kept;
            line.clear();
        };
        for (const char c : prose_) {
            if (c == '\n')
                close();
            else
                line += c;
        }
        close();
    }

    const std::string& file_;
    TweePassage& passage_;
    Diagnostics& left_;
    std::string prose_;
    int line_ = 0;
};

class StoryReader {
public:
    explicit StoryReader(const std::string& file) : file_(file) {}

    Result<TweeStory> read(std::string_view text) {
        int line = 0;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            read_line(text.substr(0, end), ++line);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        close();
        if (!story_.passages.empty()) return std::move(story_);
        return fail(Error::Cause::content, {.code = "twee-empty",
                                            .text = "the file holds no passage of a story",
                                            .remedy = "a passage begins with a line such as \":: Start\"; "
                                                      "Twine exports Twee by Build > Export As Twee",
                                            .place = {.file = file_},
                                            .excerpt = {}});
    }

private:
    void read_line(std::string_view line, int number) {
        if (line.starts_with("::")) {
            close();
            passage_ = parse_header(line.substr(2), number);
            is_open_ = true;
            body_line_ = number + 1;
        } else if (is_open_) {
            if (line.ends_with('\r')) line.remove_suffix(1);
            body_ += line.starts_with("\\::") ? line.substr(1) : line;
            body_ += '\n';
        }
    }

    void close() {
        if (!is_open_) return;
        is_open_ = false;
        const std::string body = std::exchange(body_, {});
        if (passage_.name == "StoryTitle") {
            story_.title = stripped(body.substr(0, body.find('\n')));
        } else if (passage_.name == "StoryData") {
            read_data(body);
        } else if (passage_.has_tag("script") || passage_.has_tag("stylesheet") || passage_.name.starts_with("Story")) {
            story_.left_behind.push_back(
                note(file_, passage_.line, "twee-special",
                     "the passage \"" + passage_.name + "\" is for Twine, not for a conversation"));
        } else {
            BodyReader(file_, passage_, story_.left_behind).read(body, body_line_);
            story_.passages.push_back(std::move(passage_));
        }
        passage_ = {};
    }

    void read_data(const std::string& body) {
        const auto data = nlohmann::json::parse(body, nullptr, false);
        if (data.is_object() && data.contains("start") && data["start"].is_string())
            story_.start = data["start"].get<std::string>();
        else if (!data.is_object())
            story_.left_behind.push_back(note(file_, passage_.line, "twee-data", "StoryData is no JSON object"));
    }

    const std::string& file_;
    TweeStory story_;
    TweePassage passage_;
    std::string body_;
    bool is_open_ = false;
    int body_line_ = 0;
};

}  // namespace

bool TweePassage::has_tag(std::string_view tag) const { return std::find(tags.begin(), tags.end(), tag) != tags.end(); }

Result<TweeStory> parse_twee(const std::string& file, std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (!scoring::is_valid_utf8(text))
        return fail(Error::Cause::content, {.code = "invalid-utf8",
                                            .text = "the file is not valid UTF-8",
                                            .remedy = "save it as UTF-8",
                                            .place = {.file = file},
                                            .excerpt = {}});
    return StoryReader(file).read(text);
}

}  // namespace huashu::app
