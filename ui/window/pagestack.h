// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>

#include <array>
#include <functional>

namespace Sluice {

// The pages of the window, of which one is shown. Knows which one, where Back leads from the
// editors, and whether the window may close.
class PageStack final : public QStackedWidget
{
    Q_OBJECT

public:
    enum class Page { Start, Dashboard, Editors, References, Events, Alerts, Count };

    // The edits on a page.
    struct Edits {
        std::function<bool()> any;
        // Asks about all edits. answered is called when the user went back to none.
        std::function<void(const std::function<void()> &answered)> ask;
    };

    explicit PageStack(QWidget *parent = nullptr);

    // Adds a page. Call it once for each, before it is opened.
    void setPage(Page page, QWidget *widget);

    void setEdits(const Edits &edits) { m_edits = edits; }

    bool isShown(Page page) const;
    void open(Page page);

    // The page that the editors were opened from: the dashboard, the references, the events or the
    // alerts.
    Page back() const { return m_back; }

    // The page that the shown one belongs to: for the editors that from which they were opened.
    Page origin() const;

    // True: there are no edits, or all questions are answered. Else shows the editors with a
    // question, and calls close after the last answer.
    bool mayClose(const std::function<void()> &close);

private:
    std::array<QWidget *, std::size_t(Page::Count)> m_widgets = {};
    Edits m_edits;
    Page m_back = Page::Dashboard;
    bool m_isAnswered = false;
};

} // namespace Sluice
