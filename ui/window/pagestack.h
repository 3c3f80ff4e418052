// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>

#include <array>
#include <functional>

namespace Sluice {

// The pages of the window, one shown at a time: which one, where Back leads from the editors, and
// whether the window may close.
class PageStack final : public QStackedWidget
{
    Q_OBJECT

public:
    enum class Page { Start, Dashboard, Editors, References, Count };

    // What is being edited on a page.
    struct Edits {
        std::function<bool()> any;
        // Asks about all of it. answered: called when nothing of it was gone back to.
        std::function<void(const std::function<void()> &answered)> ask;
    };

    explicit PageStack(QWidget *parent = nullptr);

    // Each page once, before any is opened.
    void setPage(Page page, QWidget *widget);

    void setEdits(const Edits &edits) { m_edits = edits; }

    bool isShown(Page page) const;
    void open(Page page);

    // Where the editors were opened from: the dashboard or the references.
    Page back() const { return m_back; }

    // The shown page belongs to the references: it is theirs, or was opened from there.
    bool isAtReferences() const;

    // True: nothing is being edited, or all questions are answered. Else the editors are shown
    // with a question, and close is called after the last answer.
    bool mayClose(const std::function<void()> &close);

private:
    std::array<QWidget *, std::size_t(Page::Count)> m_widgets = {};
    Edits m_edits;
    Page m_back = Page::Dashboard;
    bool m_isAnswered = false;
};

} // namespace Sluice
