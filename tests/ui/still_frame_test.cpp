// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/still_frame.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTest>

using alignoscope::ui::StillFrame;

class StillFrameTest : public QObject {
    Q_OBJECT

    /// A window that counts how often it is asked to lay its widgets out.
    struct Window : QWidget {
        int layouts = 0;
        bool event(QEvent* event) override
        {
            layouts += event->type() == QEvent::LayoutRequest;
            return QWidget::event(event);
        }
    };
    std::unique_ptr<Window> m_window;
    QLabel* m_label = nullptr;
    StillFrame* m_frame = nullptr;

private slots:
    void init()
    {
        m_window = std::make_unique<Window>();
        m_label = new QLabel("step 100");
        m_frame = new StillFrame(m_label);
        auto* row = new QHBoxLayout(m_window.get());
        row->addWidget(m_frame);
        row->addStretch(1);
        m_window->resize(500, 60);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QCoreApplication::processEvents();
        m_window->layouts = 0;
    }
    void cleanup() { m_window.reset(); }

    void aTextThatFitsDisturbsNobody()
    {
        for (const char* text : {"step 101", "step 99", "", "step 100"}) {
            m_label->setText(text);
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_window->layouts, 0);
        QCOMPARE(m_label->size(), m_frame->size());
    }

    void aLongerTextGetsItsRoom()
    {
        m_label->setText("step 100,000,000 of many more");
        QTRY_VERIFY(m_label->width() >= m_label->sizeHint().width());
        QVERIFY(m_window->layouts > 0);
    }

    void whatWasSaidWhileHiddenFits()
    {
        m_window->hide();
        m_label->setText("step 100,000,000 of many more");
        m_window->show();
        QTRY_VERIFY(m_label->width() >= m_label->sizeHint().width());
    }
};

QTEST_MAIN(StillFrameTest)
#include "still_frame_test.moc"
